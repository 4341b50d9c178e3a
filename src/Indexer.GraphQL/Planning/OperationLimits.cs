using Indexer.GraphQL.Language;

namespace Indexer.GraphQL.Planning;

/// <summary>Refuses operations beyond the limits of <see cref="GraphQLOptions"/>.</summary>
internal static class OperationLimits
{
    /// <summary>Checks what the text and the shape of the variables decide.</summary>
    /// <exception cref="GraphQLRequestException">A limit is exceeded.</exception>
    public static void Check(OperationSize size, GraphQLOptions options, Location location)
    {
        Check("The query is", size.Depth, "levels deep", options.MaxDepth, location);
        Check("The query selects", size.Fields, "fields with its fragments spread", options.MaxFields, location);
        Check("The query has", size.Aliases, "aliases with its fragments spread", options.MaxAliases, location);
        Check("The query's filters have", size.Conditions, "conditions", options.MaxConditions, location);
    }

    /// <summary>Checks what the values of the variables decide.</summary>
    /// <exception cref="GraphQLRequestException">A limit is exceeded.</exception>
    public static void Check(IReadOnlyList<RootPlan> plans, object?[] leaves, GraphQLOptions options, Location location)
    {
        var costs = plans.OfType<SqlRoot>().SelectMany(root => root.Costs).ToList();
        var nodes = costs.Sum(cost => cost.Rows(leaves));
        Check("The query asks for up to", nodes, "rows in all its lists", options.MaxNodes, location);
        var total = costs.Sum(cost => cost.Total(leaves));
        GraphQLTelemetry.Cost(total);
        Check("The query costs", total, "points", options.MaxCost, location);
    }

    /// <summary>The refusal of a query beyond a limit.</summary>
    /// <param name="finding">The limit and the query's figure, as the first half of a sentence.</param>
    /// <param name="allowed">The greatest figure allowed.</param>
    /// <param name="locations">Where.</param>
    public static GraphQLRequestException Exceeded(
        string finding,
        long allowed,
        params IReadOnlyList<Location> locations
    ) => new($"{finding}; at most {allowed} are allowed.", ErrorCodes.Limit, locations);

    private static void Check(string subject, long figure, string unit, long allowed, Location location)
    {
        if (figure > allowed)
        {
            throw Exceeded($"{subject} {figure} {unit}", allowed, location);
        }
    }
}
