using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using NpgsqlTypes;

namespace Indexer.Storage;

/// <summary>One column: its name, its PostgreSQL type, and the value that a row has for it.</summary>
internal sealed class ColumnMap
{
    private readonly Func<object, object?> read;

    public ColumnMap(IProperty property)
    {
        Property = property;
        Name = property.GetColumnName();
        var mapping = property.GetRelationalTypeMapping();
        StoreType = mapping.StoreType;
        ProviderType =
            Nullable.GetUnderlyingType(mapping.Converter?.ProviderClrType ?? property.ClrType)
            ?? mapping.Converter?.ProviderClrType
            ?? property.ClrType;
        DbType = TypeOf(ProviderType);
        var getter = Getter(property);
        var convert = mapping.Converter?.ConvertToProvider;
        read = convert is null ? getter : row => getter(row) is { } value ? convert(value) : null;
    }

    public IProperty Property { get; }

    public string Name { get; }

    public string StoreType { get; }

    public Type ProviderType { get; }

    public NpgsqlDbType DbType { get; }

    /// <summary>The row's value as the driver takes it; null for SQL null.</summary>
    public object? Read(object row) => read(row);

    private static Func<object, object?> Getter(IProperty property)
    {
        var row = Expression.Parameter(typeof(object));
        var value = Expression.Property(
            Expression.Convert(row, property.DeclaringType.ClrType),
            property.PropertyInfo!
        );
        return Expression.Lambda<Func<object, object?>>(Expression.Convert(value, typeof(object)), row).Compile();
    }

    private static NpgsqlDbType TypeOf(Type type) =>
        type switch
        {
            _ when type == typeof(string) => NpgsqlDbType.Text,
            _ when type == typeof(long) => NpgsqlDbType.Bigint,
            _ when type == typeof(int) => NpgsqlDbType.Integer,
            _ when type == typeof(bool) => NpgsqlDbType.Boolean,
            _ when type == typeof(byte[]) => NpgsqlDbType.Bytea,
            _ when type == typeof(System.Numerics.BigInteger) => NpgsqlDbType.Numeric,
            _ when type == typeof(DateTimeOffset) => NpgsqlDbType.TimestampTz,
            _ => throw new NotSupportedException($"Columns of {type} are not supported."),
        };
}
