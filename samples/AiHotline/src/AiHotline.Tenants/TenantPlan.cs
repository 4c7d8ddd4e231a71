using Hotline.Migrate;

namespace AiHotline.Tenants;

[PostgresEnum]
public enum TenantPlan
{
    Trial,
    Standard,
    Enterprise,
}
