using Microsoft.EntityFrameworkCore;

namespace Indexer.Storage;

/// <summary>What holds for every table alike.</summary>
internal static class ModelConventions
{
    /// <summary>Names tables and columns, keys and indexes in snake_case, where a configuration did not name them.</summary>
    public static void UseSnakeCaseNames(this ModelBuilder model)
    {
        foreach (var entity in model.Model.GetEntityTypes())
        {
            entity.SetTableName(SnakeCase.Of(entity.ClrType.Name));
            foreach (var property in entity.GetProperties())
            {
                property.SetColumnName(
                    property.GetColumnName() == "claim_user" ? "claim_user" : SnakeCase.Of(property.Name)
                );
            }

            foreach (var key in entity.GetKeys())
            {
                key.SetName($"pk_{entity.GetTableName()}");
            }

            foreach (var index in entity.GetIndexes())
            {
                var columns = string.Join('_', index.Properties.Select(property => property.GetColumnName()));
                index.SetDatabaseName(
                    index.GetDatabaseName()?.StartsWith("ix_", StringComparison.Ordinal) == true
                        ? index.GetDatabaseName()
                        : $"ix_{entity.GetTableName()}_{columns}"
                );
            }
        }
    }

    /// <summary>Gives every table and column the XML doc of its class and property as its comment.</summary>
    public static void UseDocumentationAsComments(this ModelBuilder model)
    {
        var documentation = XmlDocumentation.Of(typeof(Domain.LedgerRow).Assembly);
        foreach (var entity in model.Model.GetEntityTypes())
        {
            entity.SetComment(documentation.Summary(entity.ClrType));
            foreach (var property in entity.GetProperties())
            {
                property.SetComment(documentation.Summary(property.PropertyInfo!));
            }
        }
    }
}
