using Indexer.Domain;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Indexer.Storage;

internal sealed class VoteDelegationConfiguration()
    : StateConfiguration<VoteDelegation>(
        row => new
        {
            row.Network,
            row.Scope,
            row.Delegator,
            row.FromHeight,
        },
        row => new
        {
            row.Network,
            row.Scope,
            row.Delegator,
        }
    )
{
    public override void Configure(EntityTypeBuilder<VoteDelegation> builder)
    {
        base.Configure(builder);
        builder.HasIndex(row => row.Delegator);
        builder.HasIndex(row => row.Delegate);
    }
}
