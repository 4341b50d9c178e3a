namespace Indexer.Domain;

/// <summary>What a <see cref="Reconciliation"/> compares.</summary>
public enum ReconciliationCheck
{
    /// <summary>Weight in favour of a proposal.</summary>
    Ayes,

    /// <summary>Weight against a proposal.</summary>
    Nays,

    /// <summary>Weight of abstentions on a proposal.</summary>
    Abstains,

    /// <summary>Turnout of a proposal.</summary>
    Turnout,

    /// <summary>Weight on one choice of a proposal (Snapshot).</summary>
    ChoiceWeight,

    /// <summary>Status of a proposal: found and stated are the numbers of the statuses in the contract's own order (Governor).</summary>
    Status,
}
