namespace Indexer.Domain;

/// <summary>A table of state of any kind, as the commit sees it.</summary>
public interface IVersionedTable
{
    /// <summary>The kind of state.</summary>
    Type RowType { get; }

    /// <summary>Versions that began since the last commit, some of them ended again.</summary>
    IReadOnlyCollection<StateRow> Opened { get; }

    /// <summary>Versions that an earlier commit wrote and that ended since, with their <see cref="StateRow.ToHeight"/>.</summary>
    IReadOnlyCollection<StateRow> Closed { get; }

    /// <summary>Takes over an open version from the database.</summary>
    void Load(StateRow row);

    /// <summary>Sets the state of the row's key.</summary>
    void Set(StateRow row);

    /// <summary>Ends the state of the row's key; without any, nothing happens.</summary>
    void End(StateRow row);

    /// <summary>Makes versions of what changed in the block.</summary>
    /// <param name="network">Name of the network.</param>
    /// <param name="height">Height of the block.</param>
    void EndBlock(string network, long height);

    /// <summary>Forgets the versions that were committed.</summary>
    void Committed();
}
