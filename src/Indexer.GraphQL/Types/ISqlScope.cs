namespace Indexer.GraphQL.Types;

/// <summary>What surrounds a row: arguments of the field and the point in time.</summary>
internal interface ISqlScope
{
    string Column(string alias, string column);

    string Argument(string name);

    string InForce(ObjectType type, string alias);
}
