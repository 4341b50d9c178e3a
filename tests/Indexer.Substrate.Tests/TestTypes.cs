namespace Indexer.Substrate.Tests;

/// <summary>Writes a type registry as metadata V14 has it.</summary>
internal sealed class TestTypes
{
    private readonly List<byte[]> types = [];

    public int Primitive(int kind) => Add(5, w => w.U8(kind));

    public int Sequence(int element) => Add(2, w => w.Compact(element));

    public int Array(int element, uint length) => Add(3, w => w.U32(length).Compact(element));

    public int Tuple(params int[] fields) => Add(4, w => w.Vec(fields, (x, field) => x.Compact(field)));

    public int Compact(int inner) => Add(6, w => w.Compact(inner));

    public int BitSequence(int store, int order) => Add(7, w => w.Compact(store).Compact(order));

    public int Composite(params (string? Name, int Type)[] fields) => Composite("", fields);

    public int Composite(string path, params (string? Name, int Type)[] fields) => Add(0, w => Fields(w, fields), path);

    public int Variant(params (string Name, byte Index, (string? Name, int Type)[] Fields)[] cases) =>
        Add(
            1,
            w => w.Vec(cases, (x, item) => Fields(x.Text(item.Name), item.Fields).U8(item.Index).Compact(1).Text("doc"))
        );

    public int Option(int inner) => Variant(("None", 0, []), ("Some", 1, [(null, inner)]));

    /// <summary>The id of the type that will be added next, for types that hold themselves.</summary>
    public int Next => types.Count;

    public void Write(ScaleWriter writer) =>
        writer.Vec([.. types.Index()], (w, type) => w.Compact(type.Index).Raw(type.Item));

    private static ScaleWriter Fields(ScaleWriter writer, (string? Name, int Type)[] fields) =>
        writer.Vec(
            fields,
            (w, field) =>
                w.Option(field.Name, (x, name) => x.Text(name))
                    .Compact(field.Type)
                    .Option("TypeName", (x, name) => x.Text(name))
                    .Vec(["a", "doc"], (x, doc) => x.Text(doc))
        );

    private int Add(int kind, Action<ScaleWriter> define, string path = "")
    {
        var writer = new ScaleWriter()
            .Vec(path.Split("::", StringSplitOptions.RemoveEmptyEntries), (w, segment) => w.Text(segment))
            .Vec(["T"], (w, parameter) => w.Text(parameter).U8(0))
            .U8(kind);
        define(writer);
        types.Add(writer.Compact(0).ToArray());
        return types.Count - 1;
    }
}
