using System.Globalization;
using Indexer.GraphQL.Inputs;
using Indexer.GraphQL.Types;

namespace Indexer.GraphQL.Planning;

/// <summary>The page a connection was asked for.</summary>
internal sealed class Paging
{
    private readonly Scope scope;
    private readonly Ordering order;

    public Paging(Scope scope, Ordering order)
    {
        this.scope = scope;
        this.order = order;
        var (first, last) = (Given("first"), Given("last"));
        if (first is not null && last is not null)
        {
            throw new GraphQLRequestException(
                "Arguments \"first\" and \"last\" cannot be used together.",
                ErrorCodes.Input
            );
        }

        IsBackward = last is not null;
        var name = IsBackward ? "last" : "first";
        (Limit, Read) = Size(name, scope);
        After = Cursor("after");
        Before = Cursor("before");
    }

    public bool IsBackward { get; }

    /// <summary>SQL for the number of rows.</summary>
    public string Limit { get; }

    public Func<object?[], long> Read { get; }

    public IReadOnlyList<string>? After { get; }

    public IReadOnlyList<string>? Before { get; }

    public string? AfterCondition(SqlRow row) => After is null ? null : order.Beyond(row, After, isBefore: false);

    public string? BeforeCondition(SqlRow row) => Before is null ? null : order.Beyond(row, Before, isBefore: true);

    /// <summary>
    /// The number of rows that an argument of the scope's field asks for, as SQL and as a value. A number that no
    /// variable changes is written out, because PostgreSQL plans better for one that it knows.
    /// </summary>
    public static (string Sql, Func<object?[], long> Read) Size(string name, Scope scope)
    {
        var options = scope.Statement.Options;
        var value = Given(name, scope) ?? LeafInput.Constant(options.DefaultPageSize);
        if (
            value is LeafInput { IsConstant: true } constant
            && constant.Read([]) is int size
            && size >= 0
            && size <= options.MaxPageSize
        )
        {
            return (size.ToString(CultureInfo.InvariantCulture), _ => size);
        }

        var read = Size(name, value, options);
        return (scope.Statement.Parameter(("limit", value), SqlType.BigInt, false, leaves => read(leaves)), read);
    }

    private InputNode? Given(string name) => Given(name, scope);

    private static InputNode? Given(string name, Scope scope) =>
        scope.Arguments.GetValueOrDefault(name) is { } value and not NullInput ? value : null;

    private static Func<object?[], long> Size(string name, InputNode value, GraphQLOptions options)
    {
        var read = LiteralCoercion.Leaf(value);
        return leaves =>
        {
            var size = (int)read(leaves)!;
            if (size < 0)
            {
                throw new FormatException($"Argument \"{name}\" is {size}; it cannot be negative.");
            }

            return size <= options.MaxPageSize
                ? size
                : throw new GraphQLRequestException(
                    $"Argument \"{name}\" asks for {size} rows; at most {options.MaxPageSize} are allowed.",
                    ErrorCodes.Limit
                );
        };
    }

    private List<string>? Cursor(string name)
    {
        if (Given(name) is not { } value)
        {
            return null;
        }

        var read = LiteralCoercion.Leaf(value);
        var parameters = order.Keys.Select(
            (item, index) =>
                scope.Statement.Parameter(
                    (name, value, order.Fingerprint, index),
                    SqlType.Text,
                    isArray: false,
                    leaves => order.Part(name, read(leaves), index)
                ) + $"::{SqlTypes.Name(item.Key.Type)}"
        );
        return [.. parameters];
    }
}
