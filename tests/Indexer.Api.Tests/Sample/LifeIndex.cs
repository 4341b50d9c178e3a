using Indexer.Api.Tests.Sample;
using Indexer.Domain;
using Indexer.Storage;
using Microsoft.EntityFrameworkCore;

[assembly: AssemblyFixture(typeof(LifeIndex))]

namespace Indexer.Api.Tests.Sample;

/// <summary>Lives on all networks (<see cref="LifeStory"/>). Tests only read it.</summary>
public sealed class LifeIndex : SampleIndex
{
    private protected override async Task TellAsync(IndexerDbContext context, LedgerWriter writer)
    {
        context.Add(
            new Network
            {
                Name = "phala-l2",
                Kind = NetworkKind.Evm,
                ChainId = 2035,
                StartBlock = 1,
            }
        );
        await context.SaveChangesAsync();
        await context
            .Set<IngestionStatus>()
            .Where(status => status.Network == "khala" || status.Network == "phala")
            .ExecuteUpdateAsync(set => set.SetProperty(status => status.State, IngestionState.Finished));
        await LifeStory.TellAsync(writer);
    }
}
