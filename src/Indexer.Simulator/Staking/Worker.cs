namespace Indexer.Simulator.Staking;

internal sealed class Worker(byte[] publicKey, AccountId operatedBy)
{
    public byte[] PublicKey { get; } = publicKey;

    public AccountId Operator { get; } = operatedBy;

    public byte ConfidenceLevel { get; set; }

    public uint Score { get; init; }

    public ulong? Pid { get; set; }

    public AccountId Session { get; set; }

    public WorkerPhase Phase { get; set; }

    public UInt128 Stake { get; set; }

    public ulong StoppedAt { get; set; }

    public FixedPoint V { get; set; }

    public FixedPoint? InitialV { get; set; }

    public uint? InitialP { get; set; }

    public uint InstantP { get; set; }

    public UInt128 TotalReward { get; set; }

    public RegisteredWorkerBook Registration => new(Hex.Encode(PublicKey), ConfidenceLevel, Score);

    public WorkerBook Book =>
        new(
            Hex.Encode(PublicKey),
            Session,
            Phase,
            Stake,
            InitialV?.Bits,
            V.Bits,
            InitialP,
            InstantP,
            TotalReward,
            Phase == WorkerPhase.CoolingDown ? StoppedAt : null
        );
}
