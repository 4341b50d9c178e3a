namespace Indexer.Simulator.Ethereum.Bridge;

/// <summary>What people do at the bridge on Ethereum.</summary>
internal sealed class L1BridgeUsers(IReadOnlyList<Person> people, VaultContract vault, L1Bridge bridge)
{
    public void Play(EthereumRun run, BridgeAction kind, ulong identity)
    {
        var random = new Prng(identity);
        if (kind == BridgeAction.Send)
        {
            Send(run, identity, random);
            return;
        }
        var waiting = bridge.Waiting(proven: kind == BridgeAction.Finalize);
        if (waiting.Count == 0)
        {
            return;
        }
        var flight = random.Pick(waiting);
        var sender = random.Pick(people).L1Receiver;
        if (kind == BridgeAction.Prove)
        {
            run.Begin(identity, sender, Addresses.Portal);
            L1Bridge.Prove(run, flight);
        }
        else if (vault.Shares.Of(Addresses.L1Bridge) >= flight.Shares)
        {
            run.Begin(identity, sender, Addresses.Portal);
            bridge.Finalize(run, flight);
        }
    }

    private Flight? Last(EvmAddress sender) =>
        bridge.Deposits.LastOrDefault(flight => flight.From == sender && flight.Shares <= vault.Shares.Of(sender));

    private void Send(EthereumRun run, ulong identity, Prng random)
    {
        var holders = people.Where(person => vault.Shares.Of(person.L1Receiver) > 1_000_000).ToList();
        if (holders.Count == 0)
        {
            return;
        }
        var person = random.Pick(holders);
        var to = random.Chance(70) ? person.L2Receiver : random.Pick(people).L2Receiver;
        var shares = random.Part(vault.Shares.Of(person.L1Receiver), 100, 600);
        if (random.Chance(35) && Last(person.L1Receiver) is { } last)
        {
            // Once more exactly the same: only its message tells it from the one before.
            (to, shares) = (last.To, last.Shares);
        }
        run.Begin(identity, person.L1Receiver, Addresses.L1Bridge);
        bridge.Send(run, person.L1Receiver, to, shares);
    }
}
