namespace Indexer.Exports;

/// <summary>The form of an export.</summary>
public enum ExportFormat
{
    /// <summary>Comma separated values (RFC 4180) with a header.</summary>
    Csv,

    /// <summary>One JSON object per line.</summary>
    Jsonl,

    /// <summary>Apache Parquet.</summary>
    Parquet,
}
