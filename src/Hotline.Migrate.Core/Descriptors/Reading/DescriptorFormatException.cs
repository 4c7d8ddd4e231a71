namespace Hotline.Migrate.Descriptors.Reading;

/// <summary>A document has not the form that the writer gives it. It ends where the reader begins.</summary>
internal sealed class DescriptorFormatException(string message) : Exception(message);
