using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using AiHotline.Tenants;
using Hotline.Migrate;

namespace AiHotline.Users;

[Table("teams")]
[Unique(nameof(TenantId), nameof(Name))]
public sealed class Team : TenantBaseModel
{
    [MaxLength(100)]
    [Collation("C")]
    public required string Name { get; set; }

    [Default(10)]
    [Check("capacity BETWEEN 1 AND 1000")]
    public short Capacity { get; set; }
}
