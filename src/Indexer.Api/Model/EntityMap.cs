using System.Linq.Expressions;
using Indexer.Domain;
using Indexer.GraphQL.Types;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Indexer.Api.Model;

/// <summary>The table of an entity of the EF model, its columns named by properties.</summary>
/// <typeparam name="TRow">The entity.</typeparam>
internal sealed class EntityMap<TRow>(IModel model)
    where TRow : class
{
    private readonly IEntityType entity = model.FindEntityType(typeof(TRow))!;

    public string Table => entity.GetTableName()!;

    /// <summary>The primary key; of versioned state the key of the version in force.</summary>
    public KeyColumn[] Key => KeyOf(property => property.Name != nameof(StateRow.FromHeight));

    /// <summary>The primary key, by which all versions of state are told apart.</summary>
    public KeyColumn[] VersionKey => KeyOf(_ => true);

    public IProperty Property<TValue>(Expression<Func<TRow, TValue>> property) =>
        entity.FindProperty(((MemberExpression)Unwrap(property.Body)).Member.Name)!;

    public string Column<TValue>(Expression<Func<TRow, TValue>> property) => Property(property).GetColumnName();

    /// <summary>A row of the table in the surrounding SQL.</summary>
    public RowOf<TRow> As(string alias) => new(this, alias, column => $"{alias}.\"{column}\"");

    /// <summary>The row that a field belongs to.</summary>
    public RowOf<TRow> Of(SqlRow row) => new(this, row.ToString(), column => row[column]) { Sql = row };

    private KeyColumn[] KeyOf(Func<IProperty, bool> isPart) =>
        [
            .. entity
                .FindPrimaryKey()!
                .Properties.Where(isPart)
                .Select(property => new KeyColumn(property.GetColumnName(), SqlTypeOf(property.ClrType))),
        ];

    private static Expression Unwrap(Expression body) =>
        body is UnaryExpression { NodeType: ExpressionType.Convert } conversion ? conversion.Operand : body;

    private static SqlType SqlTypeOf(Type type) =>
        type switch
        {
            _ when type == typeof(string) => SqlType.Text,
            _ when type == typeof(long) => SqlType.BigInt,
            _ when type == typeof(int) => SqlType.Integer,
            _ when type == typeof(AccountId) => SqlType.Bytea,
            _ when type.IsEnum => SqlType.Text,
            _ => throw new NotSupportedException($"{type} cannot be part of a key."),
        };
}
