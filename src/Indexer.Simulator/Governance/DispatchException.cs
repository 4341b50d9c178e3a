namespace Indexer.Simulator.Governance;

/// <summary>A call failed. Rules throw it before they change anything, so nothing has to be taken back.</summary>
internal sealed class DispatchException(DispatchError error) : Exception(error.Name)
{
    public DispatchError Error { get; } = error;
}
