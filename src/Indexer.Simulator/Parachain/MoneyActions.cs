using System.Text;
using Indexer.Simulator.Scale;
using Indexer.Simulator.Staking;

namespace Indexer.Simulator.Parachain;

/// <summary>Wrapping, unwrapping and moving PHA.</summary>
internal static class MoneyActions
{
    private static readonly UInt128 Reserve = 20_000_000_000_000;

    public static void Play(ParachainStory story, ActionKind kind, Prng random)
    {
        var who = story.Anybody(random).Account;
        var free = story.Run.Ledger.Free(who);
        var wrapped = story.Run.Ledger.Wrapped(who);
        switch (kind)
        {
            case ActionKind.CreateAsset:
                CreateAsset(story, who);
                break;
            case ActionKind.Wrap when free > Reserve * 2:
                Wrap(story, who, random.Part(free - Reserve, 300, 800));
                break;
            case ActionKind.Unwrap when wrapped > Reserve:
                Unwrap(story, who, random.Part(wrapped, 50, 400));
                break;
            case ActionKind.UnwrapAll when wrapped > 0:
                UnwrapAll(story, who, wrapped);
                break;
            case ActionKind.Transfer when free > Reserve * 2:
                Transfer(story, who, story.Anybody(random).Account, random.Part(free - Reserve, 10, 200));
                break;
        }
    }

    private static void CreateAsset(ParachainStory story, AccountId who)
    {
        var run = story.Run;
        var remark = Encoding.ASCII.GetBytes("wrapped PHA");
        story.Sign(
            who,
            "System",
            "remark",
            [remark],
            () =>
            {
                run.Emit("Assets", "ForceCreated", 10_000u, Ledger.WrappedPallet);
                var (name, symbol) = (Encoding.ASCII.GetBytes("Wrapped PHA"), Encoding.ASCII.GetBytes("W-PHA"));
                run.Emit("Assets", "MetadataSet", 10_000u, name, symbol, (byte)12, false);
            }
        );
    }

    private static void Wrap(ParachainStory story, AccountId who, UInt128 amount) =>
        story.Sign(
            who,
            "PhalaWrappedBalances",
            "wrap",
            [amount],
            () =>
            {
                story.Run.Ledger.TransferFree(story.Run, who, Ledger.WrappedPallet, amount);
                story.Run.Ledger.Mint(story.Run, who, amount);
                story.Run.Emit("PhalaWrappedBalances", "Wrapped", who, amount);
            }
        );

    private static void Unwrap(ParachainStory story, AccountId who, UInt128 amount) =>
        story.Sign(
            who,
            "PhalaWrappedBalances",
            "unwrap",
            [amount],
            () =>
            {
                story.Run.Ledger.TransferFree(story.Run, Ledger.WrappedPallet, who, amount);
                story.Run.Ledger.Burn(story.Run, who, amount);
                story.Run.Emit("PhalaWrappedBalances", "Unwrapped", who, amount);
            }
        );

    /// <summary>Unwraps everything; the runtime emits no Unwrapped event here.</summary>
    private static void UnwrapAll(ParachainStory story, AccountId who, UInt128 amount) =>
        story.Sign(
            who,
            "PhalaWrappedBalances",
            "unwrap_all",
            [],
            () =>
            {
                story.Run.Ledger.TransferFree(story.Run, Ledger.WrappedPallet, who, amount);
                story.Run.Ledger.Burn(story.Run, who, amount);
            }
        );

    private static void Transfer(ParachainStory story, AccountId from, AccountId to, UInt128 amount)
    {
        if (from != to)
        {
            var destination = new ScaleChoice("Id", to);
            story.Sign(
                from,
                "Balances",
                "transfer",
                [destination, amount],
                () => story.Run.Ledger.TransferFree(story.Run, from, to, amount)
            );
        }
    }
}
