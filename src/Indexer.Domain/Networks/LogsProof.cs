namespace Indexer.Domain;

/// <summary>How the indexed logs of a block were proven to be all of them and as the chain has them.</summary>
public enum LogsProof
{
    /// <summary>
    /// All receipts of the block were read; they hash to the receiptsRoot of its header (Ethereum Yellow Paper, section 4.3.2), and
    /// the indexed logs are exactly theirs.
    /// </summary>
    Receipts,

    /// <summary>The Bloom filter of its header excludes that an indexed contract logged (Ethereum Yellow Paper, section 4.3.1).</summary>
    Bloom,
}
