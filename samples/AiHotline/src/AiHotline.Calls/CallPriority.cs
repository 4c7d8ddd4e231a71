namespace AiHotline.Calls;

/// <summary>Stored as its number, so that calls sort by it.</summary>
public enum CallPriority : short
{
    Low,
    Normal,
    Urgent,
}
