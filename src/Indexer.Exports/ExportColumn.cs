namespace Indexer.Exports;

/// <summary>What the values of a column are.</summary>
public enum ExportType
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>A time, UTC.</summary>
    Time,

    /// <summary>A whole number of at most 64 bits.</summary>
    Number,

    /// <summary>An account as people write it: SS58 with prefix 30, or EIP-55.</summary>
    Address,

    /// <summary>A hash, hexadecimal with 0x.</summary>
    Hash,

    /// <summary>PHA or shares, exact to 18 decimals.</summary>
    Amount,
}

/// <summary>A column of an export.</summary>
/// <param name="Name">Its name in every format.</param>
/// <param name="Type">What its values are.</param>
/// <param name="Description">What it means.</param>
public sealed record ExportColumn(string Name, ExportType Type, string Description);
