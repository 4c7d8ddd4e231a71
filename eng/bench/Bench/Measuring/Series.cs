namespace Hotline.Migrate.Bench.Measuring;

/// <summary>The runs of one contender, a run a round.</summary>
internal sealed class Series(string name)
{
    private readonly List<Sample> samples = [];

    public string Name => name;

    public double Wall => Median(samples.Select(s => s.Wall));

    public double Cpu => Median(samples.Select(s => s.Cpu));

    public double Peak => Median(samples.Select(s => s.Peak));

    public bool IsEmpty => samples.Count == 0;

    public void Add(Sample sample) => samples.Add(sample);

    /// <summary>How many times as long as <paramref name="other"/>: the median of the rounds' ratios, so that a slow round counts for both.</summary>
    public double RatioTo(Series other) => Median(samples.Zip(other.samples, (mine, its) => mine.Wall / its.Wall));

    /// <summary>As <see cref="RatioTo"/>, of processor time.</summary>
    public double CpuRatioTo(Series other) => Median(samples.Zip(other.samples, (mine, its) => mine.Cpu / its.Cpu));

    /// <summary>Milliseconds more than <paramref name="other"/>: the median of the rounds' differences.</summary>
    public double MoreThan(Series other) => Median(samples.Zip(other.samples, (mine, its) => mine.Wall - its.Wall));

    /// <summary>As <see cref="MoreThan"/>, of processor time.</summary>
    public double CpuMoreThan(Series other) => Median(samples.Zip(other.samples, (mine, its) => mine.Cpu - its.Cpu));

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length == 0 ? double.NaN
            : sorted.Length % 2 == 1 ? sorted[sorted.Length / 2]
            : (sorted[sorted.Length / 2 - 1] + sorted[sorted.Length / 2]) / 2;
    }
}
