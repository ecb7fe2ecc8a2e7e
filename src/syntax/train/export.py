"""Writes model.bin; weights.rs reads it. All numbers are little-endian."""

import struct

import numpy as np
import torch

FORMAT = 1


def strings(items):
    out = struct.pack("<I", len(items))
    for item in items:
        raw = item.encode()
        out += struct.pack("<B", len(raw)) + raw
    return out


def table(weight):
    """A table of 8-bit rows, each with its scale."""
    weight = weight.detach().numpy()
    scale = np.abs(weight).max(1) / 127 + 1e-12
    rounded = np.round(weight / scale[:, None]).astype(np.int8)
    return struct.pack("<II", *weight.shape) + scale.astype("<f4").tobytes() + rounded.tobytes()


def matrix(weight):
    """A matrix of 16-bit floats, row by row; a vector is one row."""
    weight = weight.detach().numpy()
    weight = weight.reshape(-1, weight.shape[-1])
    return struct.pack("<II", *weight.shape) + weight.astype("<f2").tobytes()


@torch.no_grad()
def write(net, inv, keys, path):
    out = [b"WHOMSYN\n", struct.pack("<I", FORMAT)]
    out += [strings(inv.upos), strings(inv.xpos), strings(inv.labels), strings(inv.names)]
    # Word rows follow the order of the sorted hashes from row 1, so only the hashes are written.
    out += [struct.pack("<I", len(inv.words)), np.array(sorted(inv.words), "<u4").tobytes()]
    order = sorted(keys)
    out += [struct.pack("<I", len(order)), np.array(order, "<u4").tobytes(), np.array([keys[k] for k in order], "<u2").tobytes()]
    out += [table(t.weight) for t in net.tables()]
    out.append(table(net.vectors @ net.project.weight.T))
    heads = [net.upos, net.xpos, net.name_hidden, net.arc_head, net.arc_dep, net.label_head, net.label_dep]
    gru = net.gru
    for weight in [
        net.norm.weight, net.norm.bias, net.conv.weight, net.conv.bias, net.conv_norm.weight, net.conv_norm.bias,
        gru.weight_ih_l0, gru.bias_ih_l0, gru.weight_hh_l0, gru.bias_hh_l0,
        gru.weight_ih_l0_reverse, gru.bias_ih_l0_reverse, gru.weight_hh_l0_reverse, gru.bias_hh_l0_reverse,
        torch.cat([h.weight for h in heads]), torch.cat([h.bias for h in heads]),
        net.arc_head(net.root), net.label_head(net.root),
        net.bilinear, net.head_bias.weight, net.head_bias.bias, net.distance.weight, net.distance.bias,
        net.label.weight, net.label.bias, net.name.weight, net.name.bias,
    ]:  # fmt: skip
        out.append(matrix(weight))
    path.write_bytes(b"".join(out))
