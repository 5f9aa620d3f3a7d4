//! A transformer as one would write it on a blackboard.

use safetensors::Dtype;

use crate::synthetic::{Parts, Shape};

type Row = Vec<f32>;

/// The last hidden states of `sequences`, row after row. Maps in bytes get rows rounded to bytes.
pub(crate) fn encode(parts: &Parts, shape: Shape, sequences: &[Vec<u32>]) -> Vec<f32> {
    sequences.iter().flat_map(|sequence| encode_one(parts, shape, sequence)).flatten().collect()
}

fn encode_one(parts: &Parts, shape: Shape, sequence: &[u32]) -> Vec<Row> {
    let mut rows: Vec<Row> = sequence
        .iter()
        .enumerate()
        .map(|(position, piece)| {
            add(&word(parts, shape, *piece as usize), &matrix(parts, "position")[position])
        })
        .map(|row| norm(parts, "embed.norm", &row))
        .collect();
    for layer in 0..shape.layers {
        let name = |part: &str| format!("layer.{layer}.{part}");
        let mixed = attention(&linear(parts, &name("qkv"), &rows), shape);
        let mixed = linear(parts, &name("attention"), &mixed);
        rows =
            rows.iter().zip(mixed).map(|(row, new)| norm(parts, &name("norm1"), &add(row, &new))).collect();
        let middle = linear(parts, &name("feed.in"), &rows);
        let middle: Vec<Row> = middle.into_iter().map(|row| row.into_iter().map(gelu).collect()).collect();
        let new = linear(parts, &name("feed.out"), &middle);
        rows = rows.iter().zip(new).map(|(row, new)| norm(parts, &name("norm2"), &add(row, &new))).collect();
    }
    rows
}

fn attention(rows: &[Row], shape: Shape) -> Vec<Row> {
    let Shape { hidden, heads, .. } = shape;
    let size = hidden / heads;
    let part = |row: &Row, which: usize, head: usize| row[which * hidden + head * size..][..size].to_vec();
    let mean = |query: &Row, head: usize| {
        let query = part(query, 0, head);
        let fits: Vec<f32> = rows
            .iter()
            .map(|row| dot(&query, &part(row, 1, head)) / (size as f32).sqrt())
            .map(f32::exp)
            .collect();
        let total: f32 = fits.iter().sum();
        rows.iter().zip(fits).fold(vec![0.0; size], |sum, (row, fit)| {
            add(&sum, &part(row, 2, head).iter().map(|value| value * fit / total).collect())
        })
    };
    rows.iter().map(|query| (0..heads).flat_map(|head| mean(query, head)).collect()).collect()
}

fn linear(parts: &Parts, name: &str, rows: &[Row]) -> Vec<Row> {
    let weights = matrix(parts, &format!("{name}.weight"));
    let bias = &numbers(parts, &format!("{name}.bias"));
    let in_bytes = parts.tensors.contains_key(&format!("{name}.scale"));
    let scale = if in_bytes { numbers(parts, &format!("{name}.scale")) } else { vec![1.0; bias.len()] };
    let one = |row: &Row| -> Row {
        let row = if in_bytes { rounded(row) } else { row.clone() };
        let column =
            |column: usize| row.iter().zip(&weights).map(|(x, weights)| x * weights[column]).sum::<f32>();
        (0..bias.len()).map(|at| column(at) * scale[at] + bias[at]).collect()
    };
    rows.iter().map(one).collect()
}

/// A row's numbers as the bytes between its least and its greatest can tell them.
fn rounded(row: &Row) -> Row {
    let least = row.iter().copied().fold(0.0, f32::min);
    let step = (row.iter().copied().fold(0.0, f32::max) - least) / 255.0;
    let zero = (-least / step).round();
    row.iter().map(|x| (((x / step).round() + zero).clamp(0.0, 255.0) - zero) * step).collect()
}

fn norm(parts: &Parts, name: &str, row: &Row) -> Row {
    let mean = row.iter().sum::<f32>() / row.len() as f32;
    let variance = row.iter().map(|x| (x - mean).powi(2)).sum::<f32>() / row.len() as f32;
    let (weight, bias) = (numbers(parts, &format!("{name}.weight")), numbers(parts, &format!("{name}.bias")));
    row.iter()
        .zip(weight)
        .zip(bias)
        .map(|((x, weight), bias)| (x - mean) / variance.sqrt() * weight + bias)
        .collect()
}

/// By integration of the normal distribution's density.
fn gelu(x: f32) -> f32 {
    let (x, steps) = (f64::from(x), 200);
    let density = |x: f64| (-x * x / 2.0).exp() / std::f64::consts::TAU.sqrt();
    let width = x / f64::from(steps);
    let area: f64 = (0..steps).map(|step| density((f64::from(step) + 0.5) * width) * width).sum();
    (x * (0.5 + area)) as f32
}

fn word(parts: &Parts, shape: Shape, piece: usize) -> Row {
    let scales = &matrix(parts, "word.scale")[piece];
    let bytes = &parts.tensors["word.q4"].2[piece * shape.hidden / 2..][..shape.hidden / 2];
    let weight = |at: usize| {
        let (block, inside) = (at / 32, at % 32);
        let byte = bytes[block * 16 + inside % 16];
        let half = if inside < 16 { byte & 15 } else { byte >> 4 };
        (f32::from(half) - 8.0) * scales[block]
    };
    (0..shape.hidden).map(weight).collect()
}

fn matrix(parts: &Parts, name: &str) -> Vec<Row> {
    numbers(parts, name).chunks(parts.tensors[name].1[1]).map(<[f32]>::to_vec).collect()
}

fn numbers(parts: &Parts, name: &str) -> Row {
    let (dtype, _, bytes) = &parts.tensors[name];
    match dtype {
        Dtype::I8 => bytes.iter().map(|byte| f32::from(byte.cast_signed())).collect(),
        Dtype::F16 => {
            let half =
                |bytes: &[u8]| rten_simd::f16::from_bits(u16::from_le_bytes([bytes[0], bytes[1]])).to_f32();
            bytes.chunks(2).map(half).collect()
        }
        _ => bytes
            .chunks(4)
            .map(|bytes| f32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]))
            .collect(),
    }
}

fn add(one: &Row, other: &Row) -> Row {
    one.iter().zip(other).map(|(one, other)| one + other).collect()
}

fn dot(one: &Row, other: &Row) -> f32 {
    one.iter().zip(other).map(|(one, other)| one * other).sum()
}
