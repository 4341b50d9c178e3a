using Indexer.GraphQL.Inputs;
using Indexer.GraphQL.Types;

namespace Indexer.GraphQL.Planning;

/// <summary>The parameters an argument's value becomes.</summary>
internal static class ArgumentParameters
{
    public static IReadOnlyList<string> For(Statement statement, InputValue argument, InputNode value)
    {
        var condition = argument.Condition!;
        if (condition.Parse is not { } parse)
        {
            return [statement.Parameter(value, condition.Types[0], argument.Type.Nullable is ListType)];
        }

        var read = LiteralCoercion.Leaf(value);
        return
        [
            .. condition.Types.Select(
                (type, index) =>
                    statement.Parameter(
                        (argument, value, index),
                        type,
                        isArray: false,
                        leaves => Parse(argument, parse, read(leaves), index)
                    )
            ),
        ];
    }

    private static object? Parse(
        InputValue argument,
        Func<object, IReadOnlyList<object?>> parse,
        object? value,
        int index
    )
    {
        try
        {
            return parse(value!)[index];
        }
        catch (FormatException problem)
        {
            throw new FormatException($"Argument \"{argument.Name}\": {problem.Message}", problem);
        }
    }
}
