using Indexer.Simulator.Staking;

namespace Indexer.Simulator.Governance;

/// <summary>Accounts that act for others.</summary>
internal static class ProxyRules
{
    private static readonly UInt128 Deposit = 550_000_000_000;

    public static void Dispatch(BlockRun run, Origin origin, Call call)
    {
        var who = origin.Signer();
        var other = call.Argument<AccountId>(0);
        var proxies = run.Governance.Proxies;
        if (call.Name == "add_proxy")
        {
            run.Require(!proxies.Contains((who, other)), "Proxy", "Duplicate");
            run.Reserve(who, Deposit);
            proxies.Add((who, other));
            run.EmitIfKnown("Proxy", "ProxyAdded", who, other, call.Argument<string>(1), 0u);
            return;
        }
        run.Require(proxies.Contains((other, who)), "Proxy", "NotProxy");
        var outcome = Dispatcher.Try(run, new Origin.Signed(other), call.Argument<Call>(2));
        run.Emit("Proxy", "ProxyExecuted", outcome);
    }
}
