using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using AiHotline.Tenants;
using Hotline.Migrate;

namespace AiHotline.Calls;

[Table("phone_numbers")]
[Unique(nameof(TenantId), nameof(Number))]
public sealed class PhoneNumber : TenantBaseModel
{
    [MaxLength(16)]
    [Check("number ~ '^\\+[1-9][0-9]{6,14}$'")]
    [Comment("E.164, with the plus sign")]
    public required string Number { get; init; }

    [Default(true)]
    public bool Active { get; set; }

    public TimeOnly OpensAt { get; set; }

    public TimeOnly ClosesAt { get; set; }
}
