using Hotline.Migrate;

namespace AiHotline.Notifications;

[PostgresEnum]
public enum ChannelKind
{
    Email,
    [Label("sms")]
    TextMessage,
    Webhook,
}
