namespace Hotline.Migrate.Generator.Tests.Driving;

/// <summary>A descriptor as the emitted assembly has it.</summary>
internal sealed record EmittedDescriptor(string Kind, string Name, string Json, string? Type, string? Members);
