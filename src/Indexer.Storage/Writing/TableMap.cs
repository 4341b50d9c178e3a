using Indexer.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Indexer.Storage;

/// <summary>How rows of one entity type go into its table: names, types and converted values, all from the EF model.</summary>
internal sealed class TableMap
{
    private TableMap(IEntityType entity)
    {
        Name = entity.GetTableName()!;
        IsState = entity.ClrType.IsAssignableTo(typeof(StateRow));
        IsLedger = entity.ClrType.IsAssignableTo(typeof(LedgerRow));
        IsFact =
            entity.FindPrimaryKey()!.Properties is [{ Name: "Network" }, ..]
            && entity.FindProperty("Height") is not null
            && entity.ClrType != typeof(Cursor);
        Columns =
        [
            .. entity
                .GetProperties()
                .Where(property => property.ValueGenerated == ValueGenerated.Never)
                .Select(property => new ColumnMap(property)),
        ];
        Key = [.. entity.FindPrimaryKey()!.Properties.Select(key => Columns.Single(column => column.Property == key))];
    }

    public string Name { get; }

    public bool IsState { get; }

    public bool IsLedger { get; }

    /// <summary>Whether rows came with a block and go with it.</summary>
    public bool IsFact { get; }

    public IReadOnlyList<ColumnMap> Columns { get; }

    public IReadOnlyList<ColumnMap> Key { get; }

    /// <summary>All tables but that of the steps, which the database numbers.</summary>
    public static IReadOnlyDictionary<Type, TableMap> All(IModel model) =>
        model
            .GetEntityTypes()
            .Where(entity => entity.ClrType != typeof(IndexChange))
            .ToDictionary(entity => entity.ClrType, entity => new TableMap(entity));
}
