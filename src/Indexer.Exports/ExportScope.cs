using Indexer.Domain;

namespace Indexer.Exports;

/// <summary>Whose entries an export lists.</summary>
public abstract record ExportScope;

/// <summary>A holder: all accounts that belong together by the end of the period.</summary>
/// <param name="Address">Any of its addresses.</param>
public sealed record HolderScope(AccountId Address) : ExportScope;

/// <summary>A pool.</summary>
/// <param name="Network">Its network.</param>
/// <param name="PoolId">Its id there.</param>
public sealed record PoolScope(string Network, string PoolId) : ExportScope;

/// <summary>A whole network.</summary>
/// <param name="Network">Its name.</param>
public sealed record NetworkScope(string Network) : ExportScope;
