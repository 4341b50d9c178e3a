namespace Indexer.GraphQL.Types;

/// <summary>Walks from the root types to every type they reach, and checks what can only be checked then.</summary>
internal sealed class TypeCollector(Dictionary<string, NamedType> types)
{
    private readonly Queue<NamedType> pending = new();

    public void Add(NamedType type)
    {
        if (types.TryGetValue(type.Name, out var known))
        {
            if (known != type)
            {
                throw new InvalidOperationException($"Two types are called {type.Name}.");
            }

            return;
        }

        types.Add(type.Name, type);
        pending.Enqueue(type);
    }

    public void AddArguments(IEnumerable<InputValue> arguments)
    {
        foreach (var argument in arguments)
        {
            Add(argument.Type.Named);
        }
    }

    public void Run()
    {
        while (pending.TryDequeue(out var type))
        {
            Visit(type);
        }
    }

    private void Visit(NamedType type)
    {
        switch (type)
        {
            case UnionType union:
                foreach (var member in union.Members)
                {
                    Add(member);
                }

                break;
            case InputObjectType input:
                AddArguments(input.Fields);
                break;
            case CompositeType composite:
                foreach (var parent in composite.Implements)
                {
                    Add(parent);
                }

                VisitFields(composite);
                break;
            default:
                break;
        }
    }

    private void VisitFields(CompositeType owner)
    {
        foreach (var field in owner.Fields)
        {
            if (field.Source is ConnectionSource { Target.Key.Count: 0 })
            {
                throw new InvalidOperationException($"{owner.Name}.{field.Name} pages over a type without a key.");
            }

            Add(field.Type.Named);
            AddArguments(field.Arguments);
        }
    }
}
