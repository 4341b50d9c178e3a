namespace Indexer.Domain;

/// <summary>
/// One version of a piece of state. It holds from the end of block <see cref="FromHeight"/> up to, not including, the end
/// of block <see cref="ToHeight"/>. A revert deletes the versions that began above the fork and reopens those that ended
/// above it; a read as of a height picks the version whose range contains the height.
/// </summary>
public abstract record StateRow
{
    /// <summary>Name of the network.</summary>
    public string Network { get; init; } = "";

    /// <summary>Height of the block at whose end this version became valid.</summary>
    public long FromHeight { get; init; }

    /// <summary>Height of the block at whose end the next version replaced it; null while it is the current one.</summary>
    public long? ToHeight { get; init; }

    /// <summary>The accounts that the row names.</summary>
    internal virtual IEnumerable<AccountId> Accounts => [];
}
