using Indexer.Api.Tests.Sample;
using Indexer.Domain;
using Indexer.Storage;

[assembly: AssemblyFixture(typeof(GovernanceIndex))]

namespace Indexer.Api.Tests.Sample;

/// <summary>The sample with the governance of Khala and of Phala L2. Tests only read it.</summary>
public sealed class GovernanceIndex : SampleIndex
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
        await base.TellAsync(context, writer);
        await GovernanceStory.TellAsync(writer);
    }
}
