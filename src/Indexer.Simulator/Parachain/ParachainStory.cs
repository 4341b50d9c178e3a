using Indexer.Simulator.Governance;
using Indexer.Simulator.Scale;
using Indexer.Simulator.Staking;

namespace Indexer.Simulator.Parachain;

/// <summary>Plays the actions of one block as signed extrinsics.</summary>
internal sealed class ParachainStory(BlockRun run, ParachainProfile profile)
{
    private static readonly UInt128 Fee = 1_400_000_000;

    public BlockRun Run => run;

    public ParachainProfile Profile => profile;

    public StakingState State => run.State;

    /// <summary>The inherent that sets the time.</summary>
    public void Open()
    {
        run.Extrinsic = 0;
        run.Extrinsics.Add(new ScaleWriter().Bytes([4, .. run.Runtime.Call("Timestamp", "set", run.TimeMs)]).ToArray());
        run.Emit("System", "ExtrinsicSuccess", [Dispatch(259_098_000, "Mandatory", "No")]);
    }

    public void Play(ActionKind kind, Prng random)
    {
        switch (kind)
        {
            case <= ActionKind.Transfer:
                MoneyActions.Play(this, kind, random);
                break;
            case <= ActionKind.SetCapacity or ActionKind.AddToWhitelist or ActionKind.RemoveFromWhitelist:
                PoolActions.Play(this, kind, random);
                break;
            case <= ActionKind.Settle:
                WorkerActions.Play(this, kind, random);
                break;
            case <= ActionKind.DivestVault:
                StakeActions.Play(this, kind, random);
                break;
            default:
                OwnerActions.Play(this, kind, random);
                break;
        }
    }

    /// <summary>One signed extrinsic: fee withdrawn, the call's events, fee settled, success.</summary>
    public void Sign(AccountId who, string pallet, string call, object?[] arguments, Action execute)
    {
        Begin(who, pallet, call, arguments);
        execute();
        run.Ledger.SettleFee(run, who, Fee);
        run.Emit("System", "ExtrinsicSuccess", [Dispatch(99_840_000, "Normal", "Yes")]);
        run.Extrinsic = null;
    }

    /// <summary>A signed extrinsic that fails: the fee is paid, nothing else happens.</summary>
    public void Fail(AccountId who, string pallet, string call, object?[] arguments, byte error)
    {
        Begin(who, pallet, call, arguments);
        run.Ledger.SettleFee(run, who, Fee);
        var module = new object?[] { (byte)93, new byte[] { error, 0, 0, 0 } };
        run.Emit(
            "System",
            "ExtrinsicFailed",
            new ScaleChoice("Module", [module]),
            Dispatch(99_840_000, "Normal", "Yes")
        );
        run.Extrinsic = null;
    }

    /// <summary>One signed extrinsic whose call may fail.</summary>
    public void Submit(AccountId who, Call call)
    {
        Begin(who, call.Pallet, call.Name, call.Arguments);
        var outcome = Dispatcher.Try(run, new Origin.Signed(who), call);
        End(who, outcome.Error);
    }

    /// <summary>One signed extrinsic of governance that is known to fail: whatever it did is taken back.</summary>
    public void Fail(AccountId who, Call call, DispatchError error)
    {
        Begin(who, call.Pallet, call.Name, call.Arguments);
        run.Records.Governance.Calls.Add(new(run.Height, run.Extrinsic, who.Hex, call.FullName, 0, error.Name));
        End(who, error);
    }

    public Person Anybody(Prng random) => random.Pick(profile.People);

    private void End(AccountId who, DispatchError? error)
    {
        run.Ledger.SettleFee(run, who, Fee);
        object?[] dispatch = Dispatch(99_840_000, "Normal", "Yes");
        if (error is null)
        {
            run.Emit("System", "ExtrinsicSuccess", [dispatch]);
        }
        else
        {
            run.Emit("System", "ExtrinsicFailed", error, dispatch);
        }
        run.Extrinsic = null;
    }

    private static object?[] Dispatch(ulong time, string kind, string pays) =>
        [new object?[] { time, 0UL }, kind, pays];

    private void Begin(AccountId who, string pallet, string call, object?[] arguments)
    {
        run.Extrinsic = (uint)run.Extrinsics.Count;
        var body = new ScaleWriter()
            .Byte(0x84)
            .Byte(0)
            .Raw(who.Bytes)
            .Byte(1)
            .Raw(Digests.Of("signature", who, run.Height, run.Extrinsics.Count))
            .Raw(Digests.Of("signed", profile.Name))
            .Byte(0)
            .Compact((UInt128)run.Height)
            .Compact(0)
            .Raw(run.Runtime.Call(pallet, call, arguments));
        run.Extrinsics.Add(new ScaleWriter().Bytes(body.ToArray()).ToArray());
        run.Ledger.PayFee(run, who, Fee);
    }
}
