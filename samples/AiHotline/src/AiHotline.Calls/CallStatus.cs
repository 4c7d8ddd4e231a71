using Hotline.Migrate;

namespace AiHotline.Calls;

[PostgresEnum]
public enum CallStatus
{
    Ringing,
    InProgress,
    Completed,
    Missed,
}
