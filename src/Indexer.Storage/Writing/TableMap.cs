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

    public IReadOnlyList<ColumnMap> Columns { get; }

    public IReadOnlyList<ColumnMap> Key { get; }

    public static IReadOnlyDictionary<Type, TableMap> All(IModel model) =>
        model.GetEntityTypes().ToDictionary(entity => entity.ClrType, entity => new TableMap(entity));
}
