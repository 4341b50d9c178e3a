using Indexer.Domain;
using Indexer.Handlers.Tests.Kit;
using Indexer.Simulator;

namespace Indexer.Handlers.Tests;

/// <summary>Governors of OpenZeppelin that state their votes as GovernorBravo does.</summary>
public sealed class CompatibilityBravoTests
{
    [Fact]
    public async Task Their_votes_are_compared_after_every_block_that_touches_a_proposal()
    {
        var chain = World.Create(1, WorldSize.Small).Ethereum;
        var rows = (await IndexAsync(chain)).ToLookup(row => row.Check);
        foreach (
            var (check, votesOf) in new (ReconciliationCheck, Func<GovernorProposalBook, UInt128>)[]
            {
                (ReconciliationCheck.Ayes, proposal => proposal.For),
                (ReconciliationCheck.Nays, proposal => proposal.Against),
                (ReconciliationCheck.Abstains, proposal => proposal.Abstain),
            }
        )
        {
            Assert.Equal(rows[ReconciliationCheck.Status].Select(Place), rows[check].Select(Place));
            Assert.Contains(rows[check], row => !row.Stated.IsZero);
            Assert.All(
                rows[check],
                row =>
                {
                    var book = chain
                        .BooksAt(row.Height)
                        .Proposals.Single(one => $"governor/{one.Governor}/{one.Id}" == row.ProposalId);
                    Assert.Equal(
                        ("proposals(uint256)", $"{votesOf(book)}", row.Stated, null),
                        (row.Source, $"{row.Stated.ToBigInteger()}", row.Found, row.Reason)
                    );
                }
            );
        }
    }

    private static (long Height, string Proposal) Place(Reconciliation row) => (row.Height, row.ProposalId);

    private static async Task<List<Reconciliation>> IndexAsync(SimulatedEthereum chain)
    {
        var settings = new NetworkSettings
        {
            Name = chain.Name,
            Kind = NetworkKind.Evm,
            Endpoints = [],
            Contracts = new[]
            {
                (SimulatedEthereum.BlockVotes, "votes-token"),
                (SimulatedEthereum.BlockGovernor, "governor"),
                (SimulatedEthereum.BlockTimelock, "timelock"),
                (SimulatedEthereum.TimeVotes, "votes-token"),
                (SimulatedEthereum.TimeGovernor, "governor"),
            }.ToDictionary(contract => Addresses.EvmAddress.Parse(contract.Item1.Hex), contract => contract.Item2),
        };
        await using var source = new EvmSource(settings, new CompatibilityBravoRpc(chain), HandlerCatalog.Evm, new());
        var ledger = new NetworkLedger(chain.Name);
        var execution = new BlockExecution(source, new EvmBlockHandler(HandlerCatalog.Evm));
        await foreach (var segment in source.ReadAsync(0, chain.LastBlock, allHeaders: false, CancellationToken.None))
        {
            await execution.ExecuteAsync(segment, ledger, CancellationToken.None);
        }

        return [.. ledger.Rows.OfType<Reconciliation>()];
    }
}
