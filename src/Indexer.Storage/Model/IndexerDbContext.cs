using System.Numerics;
using Indexer.Domain;
using Microsoft.EntityFrameworkCore;

namespace Indexer.Storage;

/// <summary>
/// The model of the index. Table and column names are snake_case; the comments of tables and columns are the XML docs of
/// the entities. Facts and state are written in bulk, never through change tracking.
/// </summary>
/// <param name="options">Connection and provider.</param>
public sealed class IndexerDbContext(DbContextOptions<IndexerDbContext> options) : DbContext(options)
{
    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Pha>().HaveConversion<PhaConverter>().HaveColumnType("numeric(39,0)");
        configurationBuilder.Properties<U64F64>().HaveConversion<U64F64Converter>().HaveColumnType("numeric(39,0)");
        configurationBuilder.Properties<SessionState>().HaveConversion<EnumTextConverter<SessionState>>();
        configurationBuilder.Properties<AccountId>().HaveConversion<AccountIdConverter>().HaveColumnType("bytea");
        configurationBuilder.Properties<BigInteger>().HaveColumnType("numeric(78,0)");
        configurationBuilder.Properties<DateTimeOffset>().HaveColumnType("timestamptz(3)");
        configurationBuilder.Properties<NetworkKind>().HaveConversion<EnumTextConverter<NetworkKind>>();
        configurationBuilder.Properties<LogsProof>().HaveConversion<EnumTextConverter<LogsProof>>();
        configurationBuilder.Properties<BridgeDirection>().HaveConversion<EnumTextConverter<BridgeDirection>>();
        configurationBuilder.Properties<BridgeSide>().HaveConversion<EnumTextConverter<BridgeSide>>();
        configurationBuilder.Properties<AccountLabelKind>().HaveConversion<EnumTextConverter<AccountLabelKind>>();
        configurationBuilder.Properties<IngestionState>().HaveConversion<EnumTextConverter<IngestionState>>();
        configurationBuilder.Properties<JobState>().HaveConversion<EnumTextConverter<JobState>>();
        configurationBuilder.Properties<PoolKind>().HaveConversion<EnumTextConverter<PoolKind>>();
        configurationBuilder.Properties<StakeEventKind>().HaveConversion<EnumTextConverter<StakeEventKind>>();
        configurationBuilder.Properties<RewardKind>().HaveConversion<EnumTextConverter<RewardKind>>();
        configurationBuilder.Properties<ClaimKind>().HaveConversion<EnumTextConverter<ClaimKind>>();
        configurationBuilder.Properties<MigrationEntryKind>().HaveConversion<EnumTextConverter<MigrationEntryKind>>();
        configurationBuilder.Properties<MigrationLeg>().HaveConversion<EnumTextConverter<MigrationLeg>>();
        configurationBuilder.Properties<ChangeOp>().HaveConversion<EnumTextConverter<ChangeOp>>();
        configurationBuilder.Properties<AccountLinkKind>().HaveConversion<EnumTextConverter<AccountLinkKind>>();
        configurationBuilder.Properties<NotMergedReason>().HaveConversion<EnumTextConverter<NotMergedReason>>();
        configurationBuilder.Properties<ProposalSystem>().HaveConversion<EnumTextConverter<ProposalSystem>>();
        configurationBuilder.Properties<ProposalStatus>().HaveConversion<EnumTextConverter<ProposalStatus>>();
        configurationBuilder.Properties<ProposalEventKind>().HaveConversion<EnumTextConverter<ProposalEventKind>>();
        configurationBuilder.Properties<ProposalLinkKind>().HaveConversion<EnumTextConverter<ProposalLinkKind>>();
        configurationBuilder.Properties<VoteThreshold>().HaveConversion<EnumTextConverter<VoteThreshold>>();
        configurationBuilder.Properties<ElectorateKind>().HaveConversion<EnumTextConverter<ElectorateKind>>();
        configurationBuilder.Properties<VoteChoice>().HaveConversion<EnumTextConverter<VoteChoice>>();
        configurationBuilder.Properties<VoteKind>().HaveConversion<EnumTextConverter<VoteKind>>();
        configurationBuilder.Properties<VoteAction>().HaveConversion<EnumTextConverter<VoteAction>>();
        configurationBuilder.Properties<CollectiveBody>().HaveConversion<EnumTextConverter<CollectiveBody>>();
        configurationBuilder.Properties<CollectiveRole>().HaveConversion<EnumTextConverter<CollectiveRole>>();
        configurationBuilder.Properties<ReconciliationCheck>().HaveConversion<EnumTextConverter<ReconciliationCheck>>();
    }

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(IndexerDbContext).Assembly);
        modelBuilder.UseSnakeCaseNames();
        modelBuilder.UseDocumentationAsComments();
    }
}
