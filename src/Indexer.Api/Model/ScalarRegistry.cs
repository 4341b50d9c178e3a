using System.Numerics;
using System.Reflection;
using Indexer.Domain;
using Indexer.GraphQL;
using Indexer.GraphQL.Types;
using Indexer.Storage;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Indexer.Api.Model;

/// <summary>What the EF model's properties are in GraphQL: scalar or enum by CLR type, description by XML doc.</summary>
internal sealed class ScalarRegistry(SchemaBuilder builder, EntityMap<HolderAccount> accounts)
{
    private static readonly MethodInfo EnumMethod = typeof(ScalarRegistry).GetMethod(
        nameof(Enum),
        BindingFlags.Instance | BindingFlags.NonPublic
    )!;

    private const string DecimalSpecification = "https://www.w3.org/TR/xmlschema11-2/#decimal";
    private const string HexSpecification =
        "https://ethereum.org/developers/docs/apis/json-rpc/#unformatted-data-encoding";

    private readonly Dictionary<Type, EnumType> enums = [];

    public XmlDocumentation Documentation { get; } = XmlDocumentation.Of(typeof(LedgerRow).Assembly);

    public ScalarType Pha { get; } =
        Scalars.FixedPoint(
            "PHA",
            "An amount of PHA as an exact decimal string with up to 18 fraction digits and no exponent: `1234.5`. Amounts of the parachains (12 decimals) and of the ERC-20 token (18 decimals) are the same unit. Input may also be a number.",
            18,
            DecimalSpecification
        );

    public ScalarType Decimal { get; } =
        Scalars.FixedPoint(
            "Decimal",
            "A number as an exact decimal string with up to 18 fraction digits and no exponent: `1234.5`. The field says what it counts: shares of a pool, or weight of votes. Input may also be a number.",
            18,
            DecimalSpecification
        );

    public ScalarType Ratio { get; } =
        Scalars.FixedPoint(
            "Ratio",
            "A part of a whole as an exact decimal string, rounded down to 18 fraction digits: `0.25` is a quarter.",
            18,
            DecimalSpecification
        );

    /// <summary>Columns have the bits of the number: <see cref="U64F64Units"/> makes units of the scalar of them.</summary>
    public ScalarType U64F64 { get; } =
        Scalars.FixedPoint(
            "U64F64",
            "A fixed-point number of the Phala pallets, 64 bits before and 64 after the point, as an exact decimal string with up to 64 fraction digits and no exponent.",
            64,
            DecimalSpecification
        );

    /// <summary>10^64 / 2^64: what the bits of a fixed-point number are multiplied by.</summary>
    public static readonly string U64F64Units = BigInteger
        .Pow(5, 64)
        .ToString(System.Globalization.CultureInfo.InvariantCulture);

    public ScalarType Address { get; } = AddressScalar.Create(accounts);

    public ScalarType Hash { get; } =
        Scalars.Hex("Hash", "32 bytes as 0x and 64 hexadecimal digits.", 32, HexSpecification);

    public ScalarType Bytes { get; } =
        Scalars.Hex("Bytes", "Bytes as hexadecimal digits after 0x.", length: null, HexSpecification);

    public NamedType LeafOf(Type type) =>
        type switch
        {
            _ when type == typeof(Pha) => Pha,
            _ when type == typeof(AccountId) => Address,
            _ when type == typeof(byte[]) => Bytes,
            _ when type == typeof(string) => Scalars.String,
            _ when type == typeof(long) => Scalars.Long,
            _ when type == typeof(int) => Scalars.Int,
            _ when type == typeof(bool) => Scalars.Boolean,
            _ when type == typeof(BigInteger) => Scalars.BigInt,
            _ when type == typeof(DateTimeOffset) => Scalars.DateTime,
            _ when type.IsEnum => EnumOf(type),
            _ => throw new NotSupportedException($"{type} has no GraphQL type."),
        };

    /// <summary>The GraphQL type of a property, null allowed where the column allows it.</summary>
    public GraphType TypeOf(IProperty property)
    {
        var leaf = LeafOf(Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType);
        return property.IsNullable ? leaf : leaf.NonNull();
    }

    private EnumType EnumOf(Type type)
    {
        if (!enums.TryGetValue(type, out var known))
        {
            enums[type] = known = (EnumType)EnumMethod.MakeGenericMethod(type).Invoke(this, null)!;
        }

        return known;
    }

    private EnumType Enum<TEnum>()
        where TEnum : struct, Enum =>
        builder.Enum(
            typeof(TEnum).Name,
            Documentation.Summary(typeof(TEnum)),
            [
                .. System
                    .Enum.GetValues<TEnum>()
                    .Select(value => new EnumValue(EnumText.Of(value), Documentation.Summary(value))),
            ]
        );
}
