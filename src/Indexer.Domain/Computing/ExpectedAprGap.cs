namespace Indexer.Domain;

/// <summary>Why a pool has no expected yearly rate.</summary>
public enum ExpectedAprGap
{
    /// <summary>The pool has no value: nobody has shares in it.</summary>
    NoValue,

    /// <summary>No budget is known: the network is no parachain, or had no worker yet.</summary>
    NoBudget,

    /// <summary>No worker of the network is idle: nobody gets the budget.</summary>
    NoIdleWorkers,

    /// <summary>Too few blocks are indexed to tell how long one takes.</summary>
    NoBlockTime,
}
