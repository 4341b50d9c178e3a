namespace Indexer.Simulator.Staking;

internal sealed class Worker(byte[] publicKey, AccountId operatedBy)
{
    public byte[] PublicKey { get; } = publicKey;

    public AccountId Operator { get; } = operatedBy;

    public ulong? Pid { get; set; }

    public AccountId Session { get; set; }

    public WorkerPhase Phase { get; set; }

    public UInt128 Stake { get; set; }

    public ulong StoppedAt { get; set; }

    public WorkerBook Book => new(Hex.Encode(PublicKey), Session, Phase, Stake);
}
