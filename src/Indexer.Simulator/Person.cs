namespace Indexer.Simulator;

/// <summary>One holder of the story: a Substrate account and the EVM addresses he will claim to.</summary>
internal sealed record Person(
    int Number,
    AccountId Account,
    bool OnKhala,
    bool OnPhala,
    bool Claims,
    EvmAddress L1Receiver,
    EvmAddress L2Receiver
);
