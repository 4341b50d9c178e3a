namespace Indexer.Domain;

/// <summary>What happened to blocks and their rows.</summary>
public enum ChangeOp
{
    /// <summary>They were indexed. A reorganisation may still retract them.</summary>
    Added,

    /// <summary>A reorganisation took them back: they are not part of the chain any more.</summary>
    Retracted,

    /// <summary>They are final: nothing can retract them any more.</summary>
    Finalized,
}
