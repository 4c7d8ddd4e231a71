using Hotline.Migrate;

namespace AiHotline.Users;

[PostgresEnum]
public enum UserRole
{
    Agent,
    Supervisor,
    Administrator,
}
