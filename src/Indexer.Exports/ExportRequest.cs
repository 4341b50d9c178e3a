using Indexer.Addresses;

namespace Indexer.Exports;

/// <summary>An export as it was asked for.</summary>
/// <param name="Kind">What it lists.</param>
/// <param name="Scope">Of whom.</param>
/// <param name="From">The begin of the period, UTC; null for the very beginning.</param>
/// <param name="To">The end of the period, which no longer belongs to it, UTC; null for the end of what is final.</param>
/// <param name="Unfinalized">Whether blocks that may still be replaced are listed too.</param>
public sealed record ExportRequest(
    ExportKind Kind,
    ExportScope Scope,
    DateTimeOffset? From,
    DateTimeOffset? To,
    bool Unfinalized
)
{
    /// <summary>Reads an export as people write it.</summary>
    /// <param name="kind">What it lists.</param>
    /// <param name="written">Of whom and when.</param>
    /// <exception cref="ExportException">Something is missing or wrong.</exception>
    public static ExportRequest Read(ExportKind kind, WrittenExport written)
    {
        var (from, to) = (Period.Parse("from", written.From), Period.Parse("to", written.To));
        return from >= to
            ? throw new ExportException(
                $"The period is empty: from ({Period.Text(from.Value)}) must be before to ({Period.Text(to.Value)})."
            )
            : new ExportRequest(kind, ScopeOf(written), from, to, written.Unfinalized);
    }

    private static ExportScope ScopeOf(WrittenExport written) =>
        (written.Holder, written.Pool, written.Network) switch
        {
            ({ } address, null, null) => new HolderScope(Address(address)),
            (null, { } pool, null) => Pool(pool),
            (null, null, { } network) => new NetworkScope(network),
            _ => throw new ExportException(
                "Name exactly one of holder (any address), pool (network/id) and network (its name)."
            ),
        };

    private static Domain.AccountId Address(string text)
    {
        try
        {
            return AccountText.Parse(text);
        }
        catch (FormatException problem)
        {
            throw new ExportException($"holder is no address: {problem.Message}");
        }
    }

    private static PoolScope Pool(string text) =>
        text.Split('/') is [{ Length: > 0 } network, { Length: > 0 } id]
            ? new PoolScope(network, id.ToLowerInvariant())
            : throw new ExportException($"pool is '{text}'; write network/id, for example phala/42.");
}

/// <summary>Of whom and when an export is, as people write it; null for what they did not write.</summary>
/// <param name="Holder">Any address of a holder.</param>
/// <param name="Pool">A pool as network/id.</param>
/// <param name="Network">The name of a network.</param>
/// <param name="From">The begin of the period.</param>
/// <param name="To">The end of the period.</param>
/// <param name="Unfinalized">Whether blocks that may still be replaced are listed too.</param>
public sealed record WrittenExport(
    string? Holder,
    string? Pool,
    string? Network,
    string? From,
    string? To,
    bool Unfinalized
);
