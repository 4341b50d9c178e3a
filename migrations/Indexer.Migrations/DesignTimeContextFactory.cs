using Indexer.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Indexer.Migrations;

/// <summary>Gives <c>dotnet ef</c> a context without a database.</summary>
public sealed class DesignTimeContextFactory : IDesignTimeDbContextFactory<IndexerDbContext>
{
    /// <inheritdoc />
    public IndexerDbContext CreateDbContext(string[] args) =>
        new(
            new DbContextOptionsBuilder<IndexerDbContext>()
                .UseNpgsql(npgsql =>
                    npgsql.MigrationsAssembly(typeof(DesignTimeContextFactory).Assembly.GetName().Name)
                )
                .Options
        );
}
