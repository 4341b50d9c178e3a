namespace Indexer.Simulator.Governance;

/// <summary>How a proposed call is stated.</summary>
internal enum ProposedForm
{
    /// <summary>By its hash, proposed in the older layout.</summary>
    Legacy,

    /// <summary>The call itself.</summary>
    Inline,

    /// <summary>By its hash and length; the preimage pallet has it.</summary>
    Lookup,
}
