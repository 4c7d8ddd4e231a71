using Hotline.Migrate;

namespace AiHotline.Calls;

[EnumStorage(EnumStorage.Text)]
public enum Speaker
{
    Caller,
    Agent,
    Assistant,
}
