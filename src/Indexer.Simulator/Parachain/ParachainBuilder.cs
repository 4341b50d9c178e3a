using Indexer.Simulator.Governance;
using Indexer.Simulator.Identities;
using Indexer.Simulator.Mining;
using Indexer.Simulator.Scale;
using Indexer.Simulator.Staking;

namespace Indexer.Simulator.Parachain;

/// <summary>Runs the story of a parachain block by block and seals the blocks.</summary>
internal sealed class ParachainBuilder(ulong seed, WorldSize size, ParachainProfile profile, IReadOnlyList<Fork> forks)
{
    private readonly List<ParachainBlock> _blocks = [];
    private readonly ParachainRecords _records = new();
    private readonly StakingState _state = new();
    private readonly GovernanceState _governance = new(size.Governance);
    private readonly Citizens _citizens = new(seed, profile.Name);

    public ParachainChain Build()
    {
        Genesis();
        var plan = ParachainScript.Write(seed, size, profile);
        var mining = MiningScript.Write(seed, size, profile);
        var governance = GovernanceScript.Write(seed, profile);
        var identities = IdentityScript.Write(seed, profile);
        foreach (var fork in forks)
        {
            plan.Apply(fork);
            mining.Apply(fork);
            governance.Apply(fork);
            identities.Apply(fork);
        }
        for (var height = 1L; height <= profile.Blocks; height++)
        {
            Next(height, plan.At(height), mining.At(height), governance.At(height), identities.At(height));
        }
        return new(_blocks, _records, Snapshot());
    }

    private void Genesis()
    {
        var endowment = new Prng(Prng.Mix(seed, profile.Name + "/genesis"));
        foreach (var person in profile.People)
        {
            _state.Ledger.Endow(person.Account, (UInt128)endowment.Between(2_000, 400_000) * 1_000_000_000_000);
        }
        _state.Ledger.Endow(Ledger.SubsidyPool, (UInt128)500_000_000 * 1_000_000_000_000);
        _state.Ledger.Endow(Ledger.TreasuryAccount, (UInt128)300_000 * 1_000_000_000_000);
        foreach (var (account, amount) in _citizens.Endowments())
        {
            _state.Ledger.Endow(account, amount);
        }
        var runtime = profile.RuntimeOf(0);
        var run = new BlockRun(_state, _governance, _records, runtime, 0, profile.TimeMs(0));
        CollectiveRules.SetMembers(run, _governance.Committee, _citizens.Committee, null);
        var council = _citizens.Candidates.Take((int)size.Governance.DesiredMembers).ToList();
        _governance.Election.Members = [.. council.Order().Select(member => new SeatHolder(member, 0, 0))];
        CollectiveRules.SetMembers(run, _governance.Council, council, council[0]);
        run.Cells(("Balances", "TotalIssuance"));
        run.Close(runtime);
        var root = Digests.Of(seed, profile.Name, "genesis");
        Seal(run, root, [], null);
    }

    private void Next(
        long height,
        IReadOnlyList<(ActionKind Kind, ulong Seed)> actions,
        IReadOnlyList<(MiningActionKind Kind, ulong Seed)> mining,
        IReadOnlyList<(GovernanceActionKind Kind, ulong Seed)> governance,
        IReadOnlyList<(IdentityActionKind Kind, ulong Seed)> identities
    )
    {
        var run = new BlockRun(
            _state,
            _governance,
            _records,
            profile.RuntimeOf(height),
            height,
            profile.TimeMs(height)
        );
        var story = new ParachainStory(run, profile);
        var citizens = new GovernanceStory(story, _citizens);
        citizens.Begin();
        story.Open();
        foreach (var (kind, actionSeed) in actions)
        {
            story.Play(kind, new Prng(actionSeed));
        }
        var miners = new MiningStory(story);
        foreach (
            var (kind, actionSeed) in mining.OrderByDescending(action =>
                action.Kind is MiningActionKind.CreatePool or MiningActionKind.Settle
            )
        )
        {
            miners.Play(kind, new Prng(actionSeed));
        }
        foreach (var (kind, actionSeed) in governance)
        {
            citizens.Play(kind, new Prng(actionSeed));
        }
        var people = new IdentityActions(story, _state.Identities);
        foreach (var (kind, actionSeed) in identities)
        {
            people.Play(kind, new Prng(actionSeed));
        }
        ComputationRules.Finalize(run);
        List<byte[]> digest =
        [
            new ScaleWriter()
                .Byte(6)
                .Raw("aura"u8)
                .Bytes(new ScaleWriter().Integer(run.Seconds / 12, 8).ToArray())
                .ToArray(),
        ];
        if (profile.IsUpgrade(height))
        {
            run.Extrinsic = null;
            run.Emit("System", "CodeUpdated");
            digest.Add([8]);
        }
        run.Close(profile.StateRuntimeOf(height));
        digest.Add(Salted(height));
        var events = run.Events;
        Seal(run, Digests.Blake2b256(Digests.Of(seed, profile.Name, height), events), digest, events);
    }

    /// <summary>The seal: unlike the real one it signs nothing, but it differs on every fork.</summary>
    private byte[] Salted(long height)
    {
        var salt = forks.Where(fork => fork.Height < height).Aggregate(seed, (sum, fork) => Prng.Mix(sum, fork.Salt));
        var half = Digests.Of("seal", salt, height);
        return new ScaleWriter().Byte(5).Raw("aura"u8).Bytes([.. half, .. half]).ToArray();
    }

    private void Seal(BlockRun run, byte[] stateRoot, IReadOnlyList<byte[]> digest, byte[]? events)
    {
        var parent = _blocks.Count == 0 ? new byte[32] : _blocks[^1].Hash;
        _blocks.Add(
            new(
                run.Height,
                parent,
                stateRoot,
                Digests.Blake2b256([.. run.Extrinsics]),
                digest,
                run.TimeMs,
                [.. run.Extrinsics],
                events,
                run.Runtime,
                profile.StateRuntimeOf(run.Height),
                _records.Governance.Storage
            )
        );
    }

    private List<SnapshotEntry> Snapshot()
    {
        var books = new ParachainBooks(_records, profile.Blocks);
        return
        [
            .. profile.People.Select(person => new SnapshotEntry(
                person.Account,
                _state.Ledger.Free(person.Account) - Locked(person),
                _state.Ledger.Wrapped(person.Account),
                Sum(_state.Pools.Select(pool => books.Position(pool.Pid, person.Account).Value)) + Locked(person),
                Sum(Owned(person).Select(pool => _state.Ledger.Wrapped(pool.OwnerRewardAccount))),
                Sum(Owned(person).Select(OwnerSharesValue))
            )),
        ];
    }

    /// <summary>What stays on the account as stake of the first version, all of it delegated.</summary>
    private UInt128 Locked(Person person) =>
        UInt128.Min(_state.Locked(person.Account), _state.Ledger.Free(person.Account));

    private IEnumerable<Pool> Owned(Person person) => _state.Pools.Where(pool => pool.Owner == person.Account);

    private static UInt128 OwnerSharesValue(Pool pool) =>
        pool.Price is { } price ? FixedPoint.Multiply(pool.OwnerShares, price) : 0;

    private static UInt128 Sum(IEnumerable<UInt128> values) =>
        values.Aggregate(UInt128.Zero, (sum, value) => sum + value);
}
