namespace Hotline.Migrate.Bench.Measuring;

/// <summary>What one run took.</summary>
/// <param name="Wall">Milliseconds from start to end.</param>
/// <param name="Cpu">Milliseconds of processor time, user and system, of the program and of what it started.</param>
/// <param name="Peak">The largest resident size in MiB of the program itself.</param>
internal readonly record struct Sample(double Wall, double Cpu, double Peak);
